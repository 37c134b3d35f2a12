"""Reads the samples of StandardsTests with fhir.resources and icalendar, and spoils them to see that both object."""

import copy
import json
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from fhir.resources.R4B.bundle import Bundle
from icalendar import Calendar

LONDON = ZoneInfo("Europe/London")
SLOTS = {"busy", "free", "busy-unavailable", "busy-tentative", "entered-in-error"}
APPOINTMENTS = {"booked", "fulfilled", "cancelled", "noshow", "entered-in-error"}


def fail(words):
    sys.exit(f"check-standards: {words}")


def check_bundle(path, named):
    text = path.read_text()
    bundle = Bundle.model_validate_json(text)
    resources = [entry.resource for entry in bundle.entry]
    kinds = {}
    for resource in resources:
        kinds.setdefault(resource.get_resource_type(), {})[resource.id] = resource
    if sorted(kinds) != ["Appointment", "Schedule", "Slot"]:
        fail(f"{path.name} holds {sorted(kinds)}")
    for slot in kinds["Slot"].values():
        if slot.status not in SLOTS or slot.end <= slot.start:
            fail(f"{path.name}: slot {slot.id} has status {slot.status}, {slot.start} to {slot.end}")
        if slot.schedule.reference.removeprefix("Schedule/") not in kinds["Schedule"]:
            fail(f"{path.name}: slot {slot.id} is of no schedule")
    for appointment in kinds["Appointment"].values():
        if appointment.status not in APPOINTMENTS or not (appointment.start and appointment.end):
            fail(f"{path.name}: appointment {appointment.id} has status {appointment.status}, or no time")
        if appointment.start.astimezone(LONDON).utcoffset() != appointment.start.utcoffset():
            fail(f"{path.name}: appointment {appointment.id} is not in London's time")
        if appointment.end - appointment.start != timedelta(minutes=appointment.minutesDuration):
            fail(f"{path.name}: appointment {appointment.id} has another length than it says")
        for slot in appointment.slot or []:
            taken = kinds["Slot"][slot.reference.removeprefix("Slot/")]
            if taken.status != "busy" or taken.start > appointment.start or taken.end < appointment.end:
                fail(f"{path.name}: appointment {appointment.id} is not in slot {taken.id}")
        if any((participant.actor.display is not None) != named for participant in appointment.participant):
            fail(f"{path.name}: names are{'' if named else ' not'} to be in it")
    # A validator that takes anything proves nothing.
    for kind, key, value in [("Slot", "status", None), ("Appointment", "participant", None), ("Slot", "start", "noon")]:
        spoilt = json.loads(text)
        entry = next(entry for entry in spoilt["entry"] if entry["resource"]["resourceType"] == kind)
        if value is None:
            del entry["resource"][key]
        else:
            entry["resource"][key] = value
        try:
            Bundle.model_validate(copy.deepcopy(spoilt))
        except ValueError:
            continue
        fail(f"{path.name}: nobody objects to a {kind} with {key} {value}")
    return len(resources)


def check_feed(path):
    data = path.read_bytes()
    if any(len(line) > 75 for line in data.split(b"\r\n")):
        fail(f"{path.name} has a line of more than 75 octets")
    calendar = Calendar.from_ical(data)
    if calendar.errors or any(component.errors for component in calendar.walk()):
        fail(f"{path.name}: {calendar.errors}")
    events = calendar.walk("VEVENT")
    identifiers = [str(event["UID"]) for event in events]
    if len(set(identifiers)) != len(identifiers):
        fail(f"{path.name} has a UID twice")
    for event in events:
        for key in ["UID", "DTSTAMP", "SEQUENCE", "STATUS", "SUMMARY"]:
            if key not in event:
                fail(f"{path.name}: {event['UID']} has no {key}")
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        if end <= start or event.decoded("DTSTAMP").utcoffset() != timedelta(0):
            fail(f"{path.name}: {event['UID']} runs from {start} to {end}, stamped {event.decoded('DTSTAMP')}")
        if isinstance(start, datetime):
            hour = start.astimezone(LONDON).hour
            if not 9 <= hour < 15:
                fail(f"{path.name}: {event['UID']} is at {hour} o'clock in London")
        elif not isinstance(start, date):
            fail(f"{path.name}: {event['UID']} begins at {start}")
    return len(events)


def main(folder):
    resources = check_bundle(folder / "bundle.json", False) + check_bundle(folder / "bundle-named.json", True)
    events = sum(check_feed(path) for path in sorted(folder.glob("*.ics")))
    if not events:
        fail("there is no event")
    print(f"check-standards: {resources} FHIR R4 resources and {events} iCalendar events are as the standards say")


main(Path(sys.argv[1]))
