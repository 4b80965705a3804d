"""The row of buttons below an answer, and what each does when it is pressed."""
