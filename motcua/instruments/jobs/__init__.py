"""Work done outside the request: mail, papers, nightly rounds («việc nền»).

The `@task` of `django-tasks` with our own backend: a job is a row, enqueued by one INSERT inside the act's transaction,
so that act and job are kept or lost together. A worker holds a job by a lease it renews; when the worker dies the lease
runs out and another takes the job up. What fails is tried again with growing pauses and ends as `failed`, where the
administrator sees it. Start reading at `runner`, then `worker`; `rules.exactly_once` says what survives `kill -9`.
"""
