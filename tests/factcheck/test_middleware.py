"""The headers that every answer carries, and the time zone that every page is told in."""

import re

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from factcheck.middleware import (
    ContentSecurityPolicyMiddleware,
    RequestIdMiddleware,
    TimeZoneMiddleware,
    TooLargeMiddleware,
)


class Person:
    def __init__(self, time_zone: str) -> None:
        self.time_zone = time_zone


def answer(request: HttpRequest) -> HttpResponse:
    return HttpResponse(timezone.get_current_timezone_name())


def a_request(user: object = None) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = user  # type: ignore[assignment]
    return request


def test_the_policy_is_sent_as_one_header():
    response = ContentSecurityPolicyMiddleware(answer)(a_request())
    assert response["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )


def test_a_view_may_send_a_policy_of_its_own():
    def strict(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Content-Security-Policy": "default-src 'none'"})

    response = ContentSecurityPolicyMiddleware(strict)(a_request())
    assert response["Content-Security-Policy"] == "default-src 'none'"


def test_every_request_has_a_number_that_its_answer_carries():
    first, second = a_request(), a_request()
    numbers = [RequestIdMiddleware(answer)(request)["X-Request-ID"] for request in (first, second)]
    assert numbers == [first.request_id, second.request_id]  # type: ignore[attr-defined]
    assert len(set(numbers)) == 2
    assert all(re.fullmatch(r"[0-9a-f]{32}", number) for number in numbers)


def test_a_page_is_told_in_the_persons_own_time_zone():
    assert TimeZoneMiddleware(answer)(a_request(Person("Europe/Kyiv"))).content == b"Europe/Kyiv"


def test_a_page_is_told_in_the_desks_time_zone_without_one():
    assert TimeZoneMiddleware(answer)(a_request(Person(""))).content == b"UTC"


def test_a_time_zone_that_no_longer_exists_falls_back_to_the_desks():
    assert TimeZoneMiddleware(answer)(a_request(Person("Mars/Olympus"))).content == b"UTC"


def test_the_time_zone_ends_with_the_request():
    before = timezone.get_current_timezone_name()
    TimeZoneMiddleware(answer)(a_request(Person("Asia/Tokyo")))
    assert timezone.get_current_timezone_name() == before


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b"])
def test_a_form_above_the_limit_gets_a_sentence(kind: str, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    body = b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n' + b"x" * 200 + b"\r\n--b--\r\n"
    request = RequestFactory().post("/", body, content_type=kind)
    response = TooLargeMiddleware(answer)(request)
    assert response.status_code == 413
    assert "This is larger than the desk accepts. Nothing was saved." in response.content.decode()


def test_a_form_within_the_limit_passes():
    assert TooLargeMiddleware(answer)(RequestFactory().post("/", {"text": "x" * 200})).status_code == 200


def test_a_form_sent_after_the_session_ended_keeps_its_words(client: Client, db: None):
    words = {"rationale": "Two offices\nsay so.", "version": "3", "csrfmiddlewaretoken": "t", "verdict": ""}
    response = client.post("/documents/1/claims/1/save/", words)
    page = response.content.decode()
    assert response.status_code == 401
    assert "Two offices\nsay so." in page
    assert page.count('<h2 class="section-title">') == 1


def test_without_words_the_log_in_page_comes_at_once(client: Client, db: None):
    response = client.post("/documents/1/claims/1/save/", {"version": "3"})
    assert (response.status_code, response["Location"]) == (302, "/login/?next=/documents/1/claims/1/save/")
