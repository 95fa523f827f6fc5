"""Every address of one process that serves both sides: the desk under /admin/, the readers everywhere else."""

from newsroom.urls_desk import handler429  # noqa: F401
from newsroom.urls_desk import urlpatterns as desk
from newsroom.urls_public import handler400, handler403, handler404, handler500  # noqa: F401
from newsroom.urls_public import urlpatterns as public

urlpatterns = [*desk, *public]
