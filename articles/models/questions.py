"""Questions that every reader's page asks: the ORM writes their SQL once, afterwards only the values change.

Writing a statement costs Django several times what asking it costs. What is asked, and what comes back, is the ORM's
own: the same converters, the same cursor, the same guards.
"""

from weakref import WeakKeyDictionary

from django.db import connection, connections


class Question:
    """A `values_list` of one query, asked again and again with other values.

    build: from one sample of each value to the queryset. A sample must be a value that stands nowhere else in the
    statement, and of the type of what is asked later.
    """

    def __init__(self, build, *samples):
        self.build = build
        self.samples = samples
        self.written = WeakKeyDictionary()  # by connection: a compiler belongs to one

    def __call__(self, *values):
        """The rows, as tuples."""
        sql, params, places, compiler, converters = self._statement()
        params = list(params)
        for place, number in places:
            params[place] = values[number]
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            rows = cursor.fetchall()
        return [tuple(row) for row in compiler.apply_converters(rows, converters)] if converters else rows

    def _statement(self):
        key = connections["default"]
        if key not in self.written:
            self.written[key] = self._write()
        return self.written[key]

    def _write(self):
        compiler = self.build(*self.samples).query.get_compiler(using="default")
        sql, params = compiler.as_sql()
        places = [(place, self.samples.index(value)) for place, value in enumerate(params) if value in self.samples]
        if {number for _, number in places} != set(range(len(self.samples))):
            raise ValueError("A sample does not stand in the statement.")
        fields = [column for column, _, _ in compiler.select]
        return sql, params, places, compiler, compiler.get_converters(fields)
