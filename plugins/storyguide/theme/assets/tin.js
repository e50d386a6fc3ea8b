/* Keeps a reader's answers to a tin on their own device. */
