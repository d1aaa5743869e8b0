"""Reasoning trees and laws as documents: terminal, Markdown, HTML, JSON."""
