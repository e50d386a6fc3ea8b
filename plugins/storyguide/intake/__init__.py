"""Convert what people send - Word, e-mail, packet, web form - into folders of draft stories."""
