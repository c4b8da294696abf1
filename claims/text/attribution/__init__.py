"""Who says what: attributions of one sentence, and what carries over from one to the next."""

from claims.text.attribution.listening import Heard, Listener, Voice
from claims.text.attribution.scenes import is_speech
from claims.text.attribution.sentence import Attribution, attributions
from claims.text.attribution.voices import Voices

__all__ = ["Attribution", "Heard", "Listener", "Voice", "Voices", "attributions", "is_speech"]
