"""The wording of every problem, one module a topic, one function a problem."""
