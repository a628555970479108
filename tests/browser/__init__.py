"""The product as people meet it: a real browser, real forms, the letters that really went out."""
