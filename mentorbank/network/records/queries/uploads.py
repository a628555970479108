"""Questions about an upload: how many rows stand where, who the people are, what stays out."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from mentorbank.files.sheets import Table, write_csv, write_xlsx
from mentorbank.network.base.actor import Actor
from mentorbank.network.organisation.models import Programme
from mentorbank.network.people.models import Person
from mentorbank.network.records.models import Upload, UploadRow
from mentorbank.network.records.queries.resembling import people_for
from mentorbank.network.records.queries.understanding import read_upload_row
from mentorbank.network.records.queries.wording import Wording


def programmes_in_order() -> QuerySet[Programme]:
    """The programmes people can be brought into, the network's first one first."""
    return Programme.objects.order_by("pk")


def counts_of(upload: Upload) -> Counter[str]:
    """How many rows stand in which state; one query."""
    rows = UploadRow.objects.filter(upload=upload).order_by().values_list("state").annotate(Count("pk"))
    return Counter(dict(rows))


def people_like(upload: Upload, ids: Iterable[int], reader: Actor) -> dict[int, Person]:
    """The persons that rows resemble, as far as the reader may see them; one query."""
    wanted = set(ids)
    if not wanted:
        return {}
    people = people_for(reader, upload.kind, upload.programme).filter(Q(seen=True), pk__in=wanted)
    return {person.pk: person for person in people}


def rest_file(upload: Upload, language: str) -> tuple[bytes, str]:
    """The rows that stay out, in the shape they came in, with a last column that says what to finish.

    Gives the bytes and the ending of the file's name.
    """
    wording = Wording(language)
    headings = [*(column["heading"] for column in upload.columns), wording.to_finish]
    rows = [
        [*row.written, wording.summary(read_upload_row(upload, row))]
        for row in UploadRow.objects.filter(upload=upload).open().order_by("line")
    ]
    if upload.notes.get("encoding"):
        return write_csv([headings, *rows]), "csv"
    return write_xlsx([Table(upload.notes.get("sheet") or upload.kind, headings, rows)]), "xlsx"
