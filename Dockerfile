# One image for the web: the server lock, the code, the static files. Build: docker build -t factcheck .
FROM python:3.11-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1
WORKDIR /app

COPY requirements/server.txt requirements/server.txt
RUN pip install --require-hashes --no-deps --requirement requirements/server.txt

COPY manage.py ./
COPY factcheck factcheck
COPY claims claims
COPY templates templates
COPY seeds seeds
RUN python -m compileall -q claims
RUN SECRET_KEY=only-to-collect-static-files python manage.py collectstatic --no-input \
    && useradd --system --home-dir /app desk && install --directory --owner desk var/files && chown desk var

USER desk
EXPOSE 8000
# The app is loaded once, before the workers fork: they start at once and share its memory.
CMD ["gunicorn", "factcheck.wsgi", "--bind", "0.0.0.0:8000", "--preload", "--worker-class", "gthread", \
     "--workers", "2", "--threads", "8", "--access-logfile", "-"]
