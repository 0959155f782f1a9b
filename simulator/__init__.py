"""mockview: a mock second interview on your own computer."""

import os

__version__ = "0.1.0"

# Nothing leaves this computer, not even what libraries would report of themselves. onnxruntime
# queues the machine's make-up for upload at its first session; huggingface_hub names itself when it
# downloads. Both read these when they are imported, and child processes inherit them.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
