"""What a web server loads; it refuses settings that are not safe to serve with."""

import os

from django.core.wsgi import get_wsgi_application

from mentorbank.project.serving import refuse, unsafe

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentorbank.project.settings")
application = get_wsgi_application()
refuse(unsafe())
