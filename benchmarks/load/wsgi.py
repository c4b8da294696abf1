"""The app as gunicorn serves it, with the bare views beside it."""

from django.conf import settings

from factcheck.wsgi import application

settings.ROOT_URLCONF = "benchmarks.load.bare"

__all__ = ["application"]
