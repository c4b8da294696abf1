"""What comes in through the pages: forms that read words, and nothing that decides."""
