"""Pages to sheets: imposition, boxes, marks."""
