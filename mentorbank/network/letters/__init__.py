"""Letters by e-mail and SMS: written as rows with the act they tell of, posted by the worker."""
