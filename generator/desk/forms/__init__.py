"""Forms of data files: what an officer sees of a file, and what a form that was sent changes in the file's text.

``form_of(raw, name, model, known, posted)`` is a form of a file's bytes with what was typed into it, ``render`` its HTML,
``Form.changed()`` the file's bytes with what the form says. A button of the form itself saves nothing: while
``action_of(posted)`` names one, the form of ``after_action(posted)`` is the answer. Everything here is pure.
"""
