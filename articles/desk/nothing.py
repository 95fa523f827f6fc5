"""Addresses of the admin that the desk does not offer."""

from django.http import Http404


def there(request):
    raise Http404
