"""Looking back: transcripts, scores, and hearing it again."""
