"""Every address of the desk."""

from django.urls import path

from claims.views import (
    approving,
    checking,
    claims,
    desk,
    documents,
    evidence,
    exports,
    files,
    frame,
    lists,
    reports,
    talking,
    triage,
)

app_name = "claims"
CLAIM = "documents/<int:document>/claims/<int:number>/"
urlpatterns = [
    path("", desk.dashboard, name="dashboard"),
    path("start-next/", desk.start_next, name="start-next"),
    path("theme/", frame.theme, name="theme"),
    # the claim page
    path(CLAIM, claims.claim_detail, name="claim-detail"),
    path(CLAIM + "queue/", claims.claim_queue, name="claim-queue"),
    path(CLAIM + "skip/", claims.claim_skip, name="claim-skip"),
    path(CLAIM + "restore/", claims.claim_restore, name="claim-restore"),
    path(CLAIM + "edit/", claims.claim_edit, name="claim-edit"),
    path(CLAIM + "assign/", claims.claim_assign, name="claim-assign"),
    path(CLAIM + "retire/", claims.claim_retire, name="claim-retire"),
    path(CLAIM + "approve/", approving.claim_approve, name="claim-approve"),
    path(CLAIM + "reopen/", approving.claim_reopen, name="claim-reopen"),
    path(CLAIM + "save/", checking.claim_save, name="claim-save"),
    path(CLAIM + "submit/", checking.claim_submit, name="claim-submit"),
    path(CLAIM + "decline/", checking.claim_decline, name="claim-decline"),
    path(CLAIM + "assignments/<int:assignment>/unassign/", claims.claim_unassign, name="claim-unassign"),
    path(CLAIM + "assignments/<int:assignment>/return/", approving.claim_return, name="claim-return"),
    path(CLAIM + "evidence/add/", evidence.evidence_add, name="evidence-add"),
    path(CLAIM + "evidence/<int:evidence>/edit/", evidence.evidence_edit, name="evidence-edit"),
    path(CLAIM + "evidence/<int:evidence>/strike/", evidence.evidence_strike, name="evidence-strike"),
    path(CLAIM + "notes/add/", talking.note_add, name="note-add"),
    path(CLAIM + "contacts/add/", talking.contact_add, name="contact-add"),
    # lists and the document page
    path("claims/", lists.claim_list, name="claim-list"),
    path("claims/csv/", exports.claims_csv, name="claims-csv"),
    path("claims/jsonl/", exports.claims_jsonl, name="claims-jsonl"),
    path("documents/", lists.document_list, name="document-list"),
    path("documents/<int:document>/", documents.document_detail, name="document-detail"),
    path("documents/<int:document>/bulk/", triage.document_bulk, name="document-bulk"),
    path("documents/<int:document>/add-claim/", triage.claim_add, name="claim-add"),
    path(
        "documents/<int:document>/revisions/<int:revision>/file/", files.revision_file, name="revision-file"
    ),
    # the verdict report
    path("documents/<int:document>/report/", reports.report, name="report"),
    path("documents/<int:document>/report/<str:form>/", reports.report_export, name="report-export"),
]
