"""From a story to what readers get: compose, render, project, and the effects that follow."""
