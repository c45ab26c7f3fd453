"""What must not be forgotten when a shift ends: promises to buyers, and the handover to the next PC."""
