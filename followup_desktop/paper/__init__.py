"""Words become PDF bytes: the only room that knows reportlab, HarfBuzz and pdfium."""
