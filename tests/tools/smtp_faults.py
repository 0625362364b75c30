#!/usr/bin/env python3
"""A small SMTP server that misbehaves on demand.   smtp_faults.py FOLDER [PLAN…]

Listens on 127.0.0.1, writes its port to FOLDER/port, keeps every accepted message as FOLDER/NNNN.eml (the envelope in
FOLDER/NNNN.to). PLAN is a word for each connection (the last one stays): ok, refuse (closes at once), 4xx, 5xx (to
RCPT), data4xx, data5xx (after the message), stall (never greets), stalldata (never answers the message), dropdata (closes
in the middle of DATA), accepted-drop (keeps the message, closes without an answer), ok-drop (answers 250, then closes).
"""
import os, socketserver, sys, threading, time

folder, plan = sys.argv[1], sys.argv[2:] or ["ok"]
lock, state = threading.Lock(), {"connections": 0, "messages": 0}


def next_word():
    with lock:
        word = plan[min(state["connections"], len(plan) - 1)]
        state["connections"] += 1
        return word


def keep(recipients, data):
    with lock:
        state["messages"] += 1
        name = os.path.join(folder, "%04d" % state["messages"])
    with open(name + ".tmp", "wb") as out:
        out.write(data)
    with open(name + ".to", "w") as out:
        out.write("\n".join(recipients) + "\n")
    os.rename(name + ".tmp", name + ".eml")


class Session(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def read_data(self, word):
        lines = []
        for line in iter(self.rfile.readline, b".\r\n"):
            if line == b"":
                return None
            lines.append(line[1:] if line.startswith(b"..") else line)
            if word == "dropdata" and len(lines) == 5:
                return None
        return b"".join(lines)

    def handle(self):
        word, recipients = next_word(), []
        if word == "refuse":
            return
        if word == "stall":
            time.sleep(60)
            return
        self.say("220 faults")
        for raw in self.rfile:
            command = raw.decode(errors="replace").strip()
            verb = command.upper()
            if verb.startswith("EHLO"):
                self.say("250 faults")
            elif verb.startswith("RCPT"):
                if word == "4xx":
                    self.say("451 4.3.0 try later")
                elif word == "5xx":
                    self.say("550 5.1.1 no such user")
                else:
                    recipients.append(command)
                    self.say("250 ok")
            elif verb == "DATA":
                self.say("354 go on")
                data = self.read_data(word)
                if data is None:
                    return
                if word == "stalldata":
                    time.sleep(60)
                    return
                if word == "data4xx":
                    self.say("452 4.3.1 disk full")
                elif word == "data5xx":
                    self.say("554 5.7.1 refused")
                else:
                    keep(recipients, data)
                    if word == "accepted-drop":
                        return
                    self.say("250 2.0.0 kept")
                    if word == "ok-drop":
                        return
                recipients = []
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


server = Server(("127.0.0.1", 0), Session)
with open(os.path.join(folder, "port.tmp"), "w") as out:
    out.write(str(server.server_address[1]))
os.rename(os.path.join(folder, "port.tmp"), os.path.join(folder, "port"))
server.serve_forever()
