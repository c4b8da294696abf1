"""Every address of the desk."""

from django.urls import path

from claims.views import claims, desk, frame

app_name = "claims"
CLAIM = "documents/<int:document>/claims/<int:number>/"
urlpatterns = [
    path("", desk.dashboard, name="dashboard"),
    path("start-next/", desk.start_next, name="start-next"),
    path("theme/", frame.theme, name="theme"),
    # the claim page
    path(CLAIM, claims.claim_detail, name="claim-detail"),
]
