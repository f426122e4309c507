#!/usr/bin/env python3
"""A small client of GeoReport v2 (https://wiki.open311.org/GeoReport_v2/) without dependencies, for
Python 3.8 and newer: an example to begin your own from. It does one task and prints the result:

    OPEN311_ENDPOINT=http://127.0.0.1:3110/open311test/ws/ OPEN311_JURISDICTION=toronto.ca \
    OPEN311_TASK='{"do":"show","service_request_id":"101000000001"}' python3 client.py

OPEN311_DISCOVERY, the URL of a discovery document, goes before OPEN311_ENDPOINT. OPEN311_FORMAT is
xml (the default) or json; OPEN311_API_KEY is the key for reports, where the city wants one;
OPEN311_RESULT names a file for the result.
"""
import http.client
import json
import math
import os
import re
import time
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ElementTree
from datetime import datetime, timedelta

FORMAT = "json" if os.environ.get("OPEN311_FORMAT") == "json" else "xml"
JURISDICTION = os.environ.get("OPEN311_JURISDICTION")

TIMEOUT = 20  # of one call, in seconds
LONGEST_PAUSE = 60  # that a busy server may ask for
TRIES = 4  # of one call that gets no answer
POLLS = 6  # of one token
LONGEST_SPAN = timedelta(hours=90 * 24)  # of GET Service Requests

# The elements that hold a list: one item in XML is a list too.
LISTS = {"endpoints", "formats", "services", "attributes", "values", "service_requests", "errors"}


class Refused(Exception):
    """The server refused the call, for the reasons in `errors`: to send the same again is no use."""

    def __init__(self, errors):
        self.errors = errors


class Unanswered(Exception):
    """No answer came, or none that can be read; `pause` is how long the server asked to wait."""

    def __init__(self, message, pause=None):
        super().__init__(message)
        self.pause = pause


def url_of(*path):
    quoted = "/".join(urllib.parse.quote(part, safe="") for part in path)
    return f"{endpoint}{quoted}.{FORMAT}"


def get(root, url, **query):
    """Asks a method that only reads. `root` is the outermost element of the answer."""
    if JURISDICTION:
        query["jurisdiction_id"] = JURISDICTION
    return send(root, f"{url}?{urllib.parse.urlencode(query)}")


def send(root, url, form=None):
    """Sends a call, and again if no answer came: a GET always, since it changes nothing; a report
    only if the server said when to come back, since otherwise it may have arrived."""
    for attempt in range(1, TRIES + 1):
        try:
            return send_once(root, url, form)
        except Unanswered as error:
            if attempt == TRIES or (form and error.pause is None):
                raise
            time.sleep(attempt if error.pause is None else error.pause)


def send_once(root, url, form):
    is_json = urllib.parse.urlsplit(url).path.endswith(".json")
    read = read_json if is_json else read_xml
    headers = {
        "Accept": "application/json" if is_json else "text/xml, application/xml",
        "User-Agent": "example-georeport-client/1.0 (Python)",
    }
    # urllib adds the Content-Type of a form; the encoding is UTF-8 unless told otherwise.
    body = urllib.parse.urlencode(form).encode("ascii") if form else None
    request = urllib.request.Request(url, body, headers)
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as response:
            answer = response.read()
    except urllib.error.HTTPError as error:
        if error.code == 429 or error.code >= 500:
            raise Unanswered(str(error), pause_of(error.headers.get("Retry-After", "")))
        raise Refused(read("errors", error.read()))
    except (OSError, http.client.HTTPException) as error:
        raise Unanswered(f"No answer from {url}: {error}")
    try:
        return read(root, answer)
    except ValueError as error:
        raise Unanswered(f"The answer from {url} cannot be read: {error}")


def pause_of(retry_after):
    """Returns the seconds of Retry-After, or None; it may also be a date, which is left out here."""
    return int(retry_after) if re.fullmatch(r"\d{1,2}", retry_after) else None


def discover(address):
    """Finds the city's endpoint in its discovery document, rather one for tests."""
    endpoints = send("discovery", address)["endpoints"]
    usable = [each for each in endpoints if "georeport_v2" in each["specification"].lower()]
    if not usable:
        raise LookupError(f"{address} names no endpoint of GeoReport v2.")
    return text(sorted(usable, key=lambda each: text(each.get("type")) != "test")[0]["url"])


def read_json(root, body):
    """Some cities wrap a list in its name as XML does, and some print one item without its list."""
    content = json.loads(body.decode("utf-8"))
    if isinstance(content, dict):
        content = content.get(root, content)
    if not isinstance(content, (dict, list)):
        raise ValueError("It is no object or list.")
    return [content] if root in LISTS and isinstance(content, dict) else content


def read_xml(root, body):
    try:
        element = ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        raise ValueError(str(error))
    if element.tag != root:
        raise ValueError(f"It is <{element.tag}> and not <{root}>.")
    return value_of(element)


def value_of(element):
    """Returns what JSON would have for an element: a list, an object, or text."""
    if element.tag in LISTS:
        return [value_of(child) for child in element]
    return {child.tag: value_of(child) for child in element} if len(element) else element.text


def text(value):
    """A value as text, also an id or code that JSON has as a number; None for an empty one."""
    return None if value is None else str(value).strip() or None


def number(value):
    return None if text(value) is None else float(value)


def is_true(value):
    return str(value).strip().lower() == "true"


def summary_of(request):
    """What we want of a service request; fields that we do not know are passed over."""
    return {
        "service_request_id": text(request.get("service_request_id")),
        "status": text(request.get("status")),
        "requested": text(request.get("requested_datetime")),
        "lat": number(request.get("lat")),
        "long": number(request.get("long")),
        "description": text(request.get("description")),
    }


def service_named(name):
    """Finds a service by the name that people know: codes differ from city to city."""
    for service in services()["services"]:
        if service["service_name"] == name:
            return service
    raise LookupError(f"The city has no service named {name}.")


def attributes_of(questions, answers):
    """The answers of a report: under the code of the question, with the key of a value."""
    for question in questions:
        given = answers.get(text(question["description"]), [])
        given = given if isinstance(given, list) else [given]
        if is_true(question.get("required")) and not given:
            raise LookupError(f"Not answered: {question['description']}")
        several = "[]" if question.get("datatype") == "multivaluelist" else ""
        keys = {text(each["name"]): text(each["key"]) for each in question.get("values") or []}
        for answer in given:
            yield f"attribute[{text(question['code'])}]{several}", keys.get(answer, answer)


def send_report(form):
    """Sends a report. Where the answer is lost the report may have arrived, so that it is not sent
    again but looked for in the list."""
    try:
        return send("service_requests", url_of("requests"), form)[0]
    except Unanswered as error:
        sent = summary_of(dict(form))
        query = {"service_code": dict(form)["service_code"]}
        for row in map(summary_of, get("service_requests", url_of("requests"), **query)):
            words = re.sub(r"\r\n?", "\n", row["description"] or "")
            place = [row["lat"] or 0, row["long"] or 0]
            is_there = sent["lat"] is None or math.dist(place, [sent["lat"], sent["long"]]) < 1e-4
            if words == (sent["description"] or "") and is_there:
                return row
        raise LookupError("The answer was lost; the report is not listed.") from error


def id_of(token):
    """Asks for the id that a token stands for, less and less often; None if it has none yet."""
    for poll in range(POLLS):
        time.sleep(poll)
        answer = get("service_requests", url_of("tokens", token))
        found = text(answer[0].get("service_request_id")) if answer else None
        if found:
            return found
    return None


def services():
    listed = get("services", url_of("services"))
    return {
        "services": [
            {
                "service_code": text(each["service_code"]),
                "service_name": text(each["service_name"]),
                "metadata": is_true(each.get("metadata")),
            }
            for each in listed
        ]
    }


def report(service_name, answers=None, **fields):
    service = service_named(service_name)
    # All of it goes into the body, since URLs end up in logs and some of it is private.
    fields["service_code"] = service["service_code"]
    if JURISDICTION:
        fields["jurisdiction_id"] = JURISDICTION
    if os.environ.get("OPEN311_API_KEY"):
        fields["api_key"] = os.environ["OPEN311_API_KEY"]
    form = list(fields.items())
    if service["metadata"]:
        definition = get("service_definition", url_of("services", service["service_code"]))
        form += attributes_of(definition["attributes"], answers or {})
    # The city answers with an id, or with a token that stands for one.
    answer = send_report(form)
    token = text(answer.get("token"))
    found = id_of(token) if token else text(answer.get("service_request_id"))
    return {"token": token, "service_request_id": found}


def follow(token):
    found = id_of(token)
    if found is None:
        raise LookupError(f"Token {token} has no id yet.")
    return {"service_request_id": found, "status": show(found)["request"]["status"]}


def instant(written):
    return datetime.fromisoformat(written.replace("Z", "+00:00"))


def list_requests(status=None, service_name=None, **span):
    query = {"status": status} if status else {}
    if service_name:
        query["service_code"] = service_named(service_name)["service_code"]
    start, last = instant(span["from"]), instant(span["to"])
    found = {}
    while start < last:
        end = min(start + LONGEST_SPAN, last)
        query.update(start_date=start.isoformat(), end_date=end.isoformat())
        rows = get("service_requests", url_of("requests"), **query)
        # By id, since a request at the end of one span is in the next one too.
        found.update((row["service_request_id"], row) for row in map(summary_of, rows))
        start = end
    found.pop(None, None)  # Some cities list requests that have no id yet.
    return {"requests": list(found.values())}


def show(service_request_id):
    rows = get("service_requests", url_of("requests", service_request_id))
    return {"request": summary_of(rows[0])}


TASKS = {
    "services": services,
    "report": report,
    "follow": follow,
    "list": list_requests,
    "show": show,
}


def perform(do, **task):
    """Does a task. What went wrong is a result too."""
    global endpoint
    try:
        discovery = os.environ.get("OPEN311_DISCOVERY")
        endpoint = discover(discovery) if discovery else os.environ["OPEN311_ENDPOINT"]
        endpoint = endpoint.rstrip("/") + "/"
        return TASKS[do](**task)
    except Refused as error:
        texts = [{name: text(each.get(name)) for name in ("code", "description")} for each in error.errors]
        return {"refused": texts}
    except Exception as error:
        return {"error": str(error) or repr(error)}


result = json.dumps(perform(**json.loads(os.environ.get("OPEN311_TASK", '{"do":"services"}'))), indent="\t")
if os.environ.get("OPEN311_RESULT"):
    with open(os.environ["OPEN311_RESULT"], "w", encoding="utf-8") as file:
        file.write(result)
else:
    print(result)
