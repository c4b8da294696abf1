"""Every address of the desk."""

from django.urls import path

from claims.views import claims, desk, documents, frame, lists, reports, triage

app_name = "claims"
CLAIM = "documents/<int:document>/claims/<int:number>/"
urlpatterns = [
    path("", desk.dashboard, name="dashboard"),
    path("start-next/", desk.start_next, name="start-next"),
    path("theme/", frame.theme, name="theme"),
    # the claim page
    path(CLAIM, claims.claim_detail, name="claim-detail"),
    # lists and the document page
    path("claims/", lists.claim_list, name="claim-list"),
    path("documents/", lists.document_list, name="document-list"),
    path("documents/<int:document>/", documents.document_detail, name="document-detail"),
    path("documents/<int:document>/bulk/", triage.document_bulk, name="document-bulk"),
    path("documents/<int:document>/add-claim/", triage.claim_add, name="claim-add"),
    # the verdict report
    path("documents/<int:document>/report/", reports.report, name="report"),
    path("documents/<int:document>/report/<str:form>/", reports.report_export, name="report-export"),
]
