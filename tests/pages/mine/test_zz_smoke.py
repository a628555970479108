import pytest
from django.test import Client
from datetime import timedelta
from tests.builders import *
from mentorbank.network.letters.models import Link, Letter
from mentorbank.network.letters.queries import token_of
pytestmark = pytest.mark.django_db

def link(kind, person):
    l = Letter.objects.select_related("link").filter(kind=kind, to=person).last()
    return f"/l/{token_of(l)}/"

def client_of(person):
    c = Client(); c.force_login(person.user); c.defaults["HTTP_ACCEPT_LANGUAGE"]="en"; c.cookies["language"]="en"; return c

def see(c, url, status=200):
    r = c.get(url); assert r.status_code == status, (url, r.status_code, r.content.decode()[:3000]); return r.content.decode()

def test_all(time_machine):
    time_machine.move_to(NOW)
    p = a_proposal()
    me, mo = p.mentee.person, p.mentor.person
    c = client_of(me); m = client_of(mo)
    for cl in (c, m):
        see(cl, "/mine/"); see(cl, "/mine/application/"); see(cl, "/mine/who-looked/"); see(cl, f"/mine/proposals/{p.pk}/")
    anon = Client(); anon.cookies["language"]="en"
    u = link("proposal-mentor", mo)
    see(anon, u)
    r = anon.post(u, {"answer": "asked", "text": ""}); assert r.status_code == 409, r.status_code
    r = anon.post(u, {"answer": "asked", "text": "Hvor ofte?"}); assert r.status_code == 302
    see(anon, u)
    r = anon.post(u, {"answer": "yes"}); assert r.status_code == 302 and r.url == u
    see(anon, u)
    r = c.post(f"/mine/proposals/{p.pk}/", {"answer": "yes"}); assert r.status_code == 302
    see(c, f"/mine/proposals/{p.pk}/"); see(c, "/mine/"); see(m, "/mine/")
    see(anon, u)
    pa = Partnership.objects.get()
    u = link("introduction-mentor", mo)
    see(anon, u); see(anon, u+"contract/")
    data = {"rows":"2","seen":"","goal0-area":"job_search","goal0-text":"Find a job","goal0-start":"2","goal0-target":"10","months":"9","starts_on":"2026-12-01","rhythm_weeks":"4","meeting_on":"2026-12-03","meeting_time":"17:00","place":"Dokk1"}
    r = anon.post(u+"contract/", {**data, "starts_on":"x"}); assert r.status_code==422
    r = anon.post(u+"contract/", {**data, "more":"1"}); assert r.status_code==200, r.content.decode()
    r = anon.post(u+"contract/", data); assert r.status_code==302, r.content.decode()
    html = see(anon, u+"contract/")
    r = c.post(f"/mine/partnerships/{pa.pk}/contract/", data); assert r.status_code==409
    see(c, f"/mine/partnerships/{pa.pk}/contract/?change=1")
    import re
    seen = re.search('name="seen" value="([^"]+)"', html)[1]
    r = anon.post(u+"contract/", {"sign":"1","seen":seen,"name":""}); assert r.status_code==409
    r = anon.post(u+"contract/", {"sign":"1","seen":seen,"name":"Kirsten"}); assert r.status_code==302
    see(anon, u+"contract/"); see(c, "/mine/")
    r = c.post(f"/mine/partnerships/{pa.pk}/contract/", {"sign":"1","seen":seen,"name":"Amal"}); assert r.status_code==302
    see(c, "/mine/"); see(c, f"/mine/partnerships/{pa.pk}/"); see(c, f"/mine/partnerships/{pa.pk}/contract/"); see(anon, u); see(c, f"/mine/partnerships/{pa.pk}/meetings.ics"); see(anon, u+"meetings.ics"); see(c, f"/mine/partnerships/{pa.pk}/meeting/"); see(anon, u+"meeting/")
    time_machine.move_to(NOW+timedelta(days=11))
    c = client_of(me)
    h = see(c, "/mine/"); assert "Did you meet" in h
    meeting = pa.meetings.first()
    see(c, f"/mine/meetings/{meeting.pk}/report/")
    r = c.post(f"/mine/meetings/{meeting.pk}/report/", {"answer":"met"}); assert r.status_code==302
    see(c, f"/mine/meetings/{meeting.pk}/report/")
    see(anon, "/l/zzz/", 404)
    open("/tmp/home.html","w").write(see(c,"/mine/"))
