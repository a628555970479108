"""Signing in: a code by e-mail or SMS for everybody, a passkey or one-time password besides for staff."""
