"""Questions in, sourced answers out: understanding, answering, wording, and the places where people ask."""
