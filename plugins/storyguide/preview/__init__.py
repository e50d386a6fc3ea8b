"""The preview: the site as it would be, each page made when it is asked for, and the browser told of each change."""
