"""Every address of the desk."""

app_name = "claims"
urlpatterns = []
