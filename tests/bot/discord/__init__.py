"""The bot on a simulated Discord: what people type goes in, what they would see comes out."""
