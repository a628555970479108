"""Views of staff pages, one file a page or two: translate the request, call one action or question, answer."""
