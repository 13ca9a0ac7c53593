"""Follow-Up Desktop: from the notes of a job interview to thank-you cards on paper and a calendar that keeps promises."""

__version__ = "0.1.0"
