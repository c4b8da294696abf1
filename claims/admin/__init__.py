"""The editor's and the administrator's door: one noun a file, no rule of the desk in here."""

from django.contrib import admin

from claims.admin import claims, documents, history, policies, scales, users

admin.site.site_title = "Factcheck admin"
admin.site.index_title = "What the desk keeps"
admin.site.empty_value_display = ""
admin.site.enable_nav_sidebar = False  # room for the lists; the breadcrumbs lead everywhere

__all__ = ["claims", "documents", "history", "policies", "scales", "users"]
