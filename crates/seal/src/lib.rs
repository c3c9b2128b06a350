//! Encryption: the only room that touches cryptography.
