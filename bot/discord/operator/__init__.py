"""What the operator does with the facts: read the documents anew, add to them, review them."""
