"""The pages that are filed on paper, as PDF: ``plan`` says what goes into each document, ``document`` makes one HTML
document of built pages, ``press`` prints it.
"""
