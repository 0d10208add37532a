"""Forms of data files: what an officer sees of a file, and what a form that was sent changes in the file's text.

``form = form_of(raw, "2568/o14-hr_plan.yaml", model, known, posted)``, ``render(form, faults, "th")``, ``form.changed()``.
Pure: the bytes of a file in, HTML or bytes out.
"""
