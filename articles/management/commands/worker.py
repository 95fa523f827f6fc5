"""manage.py worker: publishes what is due and delivers what is owed, round after round."""

import itertools
import os
import signal
import socket
import threading

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from articles import actions

ROUNDS_TO_RECONCILE = 60
ROUNDS_TO_COMPARE = 12  # each time some thousand stories, the newest first, then those before; at the end from the top


class Command(BaseCommand):
    help = (
        "Publishes scheduled stories at their hour and delivers the effects of publications. Several may run at once."
    )

    def add_arguments(self, parser):
        parser.add_argument("--every", type=float, default=5.0, help="seconds between rounds")
        parser.add_argument("--once", action="store_true", help="one round, then stop")

    def handle(self, *, every, once, **options):
        stop = threading.Event()
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stop.set())
        name = f"{socket.gethostname()}-{os.getpid()}"
        self.below = 0
        if once:
            return self._round("once", 0)
        for number in itertools.count():
            if stop.is_set():
                return None
            close_old_connections()
            self._round(name, number)
            stop.wait(every)

    def _round(self, name, number):
        try:
            actions.beat(name)
            published, done = actions.sweep()
            actions.renew_pages()
            mended = self._compare() if number % ROUNDS_TO_COMPARE == 0 else ()
            if number % ROUNDS_TO_RECONCILE == 0:
                actions.recheck_due()
                actions.remind_of_helplines()
        except Exception as error:  # the database may be away for a while: the next round tries again
            self.stderr.write(f"round failed: {type(error).__name__}: {error}")
            return
        if published or done or mended:
            self.stdout.write(f"published {published}, delivered {done}, mended {len(mended)}")

    def _compare(self):
        mended, self.below = actions.reconcile_below(self.below)
        return mended
