"""Asks a Remit decision point. Needs nothing but Python 3.8."""
import functools
import json
import urllib.request


class Forbidden(Exception):
    """Not let through; `reason` says why, and `context` all that was answered."""

    def __init__(self, context):
        super().__init__(context.get("reason", "unknown"))
        self.reason, self.context = context.get("reason", "unknown"), context


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows nobody elsewhere, where the token would go along: an answer of that kind is an OSError."""

    def redirect_request(self, *_):
        return None


class Remit:
    def __init__(self, url, token=None, handles=None, timeout=5):
        self.url, self.token, self.handles, self.timeout = url, token, handles or {}, timeout

    def evaluate(self, role, activity, level, project=None, **context):
        """The grant to act under; raises Forbidden, or OSError if there is no answer. Never yes by mistake."""
        remit = {"category": "any", "route": "any", **context, "handles": self.handles}
        properties = {} if project is None else {"project": project}
        answer = self._post("/access/v1/evaluation", {
            "subject": {"type": "role", "id": role}, "action": {"name": activity},
            "resource": {"type": "level", "id": str(level), "properties": properties}, "context": {"remit": remit}})
        if answer.get("decision") is not True:
            raise Forbidden(answer.get("context", {}))
        return answer["context"]["remit"]["grant"]

    def permitted(self, activity, level, role, project=lambda request: None, **context):
        """A decorator of views: runs them only if their request is let through, with `request.grant` set."""
        def decorate(view):
            @functools.wraps(view)
            def guarded(request, *args, **kwargs):
                request.grant = self.evaluate(role(request), activity, level, project(request), **context)
                return view(request, *args, **kwargs)
            return guarded
        return decorate

    def _post(self, path, body):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        request = urllib.request.Request(self.url + path, json.dumps(body).encode(), headers)
        with urllib.request.build_opener(NoRedirect).open(request, timeout=self.timeout) as answer:
            return json.load(answer)
