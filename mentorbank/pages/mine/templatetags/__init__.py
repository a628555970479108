"""What the participants’ pages say in their own way."""
