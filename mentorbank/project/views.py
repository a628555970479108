"""What belongs to no kind of reader: the network's logo and accent."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from mentorbank.network.organisation.queries import the_network
from mentorbank.pages.parts.accent import stylesheet


@cache_control(max_age=300, public=True)
def logo(request: HttpRequest) -> HttpResponse:
    """The network's own picture. It may hold anything, so it may do nothing."""
    network = the_network()
    if not network.logo:
        raise Http404
    response = HttpResponse(bytes(network.logo), content_type=network.logo_type)
    response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


@cache_control(max_age=300, public=True)
def accent(request: HttpRequest) -> HttpResponse:
    """The network's colour, as the custom properties the stylesheet reads."""
    return HttpResponse(stylesheet(the_network().accent), content_type="text/css")
