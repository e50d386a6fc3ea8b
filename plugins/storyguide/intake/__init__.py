"""Stories as they come in - from Word, by e-mail, in a packet, from a form - made into draft story folders."""
