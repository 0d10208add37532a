"""The officer's desk, ``oit edit``: what is left to do, forms beside the live draft, evidence, history and undo, in a browser.

``forms`` is pure: the bytes of a file in, HTML or bytes out. ``access`` decides who may ask; ``office`` reads and changes the
data folder, always through the door; ``preview`` keeps the draft built; ``answers`` says what each address answers, ``server``
makes an ASGI application of it and runs it. Markup lives in ``templates``, what it looks like in ``assets``.
"""
